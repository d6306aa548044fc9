"""A mention is the whole noun phrase, with all that is attached to it."""

import pytest

import attrib
from marking import mark


def assert_mentioned(sentence: str) -> None:
    """Hold that the words marked with "S" name a source."""
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    assert marked["S"] in [each.mention for each in found]


def mention_of(text: str) -> object:
    (found,) = attrib.parse(text).attributions
    return found.mention


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:He] said that the bridge was safe.",
        "[S:Lind] said that the bridge was safe.",
        "[S:Two officials] said that the bridge was safe.",
        "[S:The mayor of the town] said that the bridge was safe.",
        "[S:The ministry's spokesman] said that the bridge was safe.",
        "[S:A spokesman for the ministry] said that the bridge was safe.",
        "[S:Prime Minister Ada Lind] said that the bridge was safe.",
        "[S:Ada Lind of the Harbour Party] said that the bridge was safe.",
        "[S:One engineer] said that the bridge was safe.",
        "[S:Trump himself] said that the bridge was safe.",
        "At 14:32 [S:police] said that the bridge was safe.",
        "At 6.45 [S:two officers] said that the bridge was safe.",
        "Shortly after 10 p.m. [S:residents] said that the bridge was safe.",
        "[S:A total of 32 police] said that the bridge was safe.",
        "[S:At least 12 officials] said that the bridge was safe.",
        "[S:My sister who works there] said that the bridge was safe.",
        "[S:People who lived there] said that the bridge was safe.",
        "[S:Up to 30 residents] said that the bridge was safe.",
        "[S:Ada Lind, 32, a guard at the port] said that the bridge was safe.",
        "[S:Norway's military] said that the bridge was safe.",
        "[S:Nobody in the mine's office] said that the bridge was safe.",
        "[S:The April survey] said that the bridge was safe.",
        "[S:Fewer than ten experts] said that the bridge was safe.",
        "[S:Some of them] said that the bridge was safe.",
        "[S:Most] said that the bridge was safe.",
        "[S:The mayor herself] said that the bridge was safe.",
        "[S:Towns such as Harn and Sarn] said that the bridge was safe.",
        "[S:A memo kept by the council] said that the bridge was safe.",
        "[S:Old experts] point out that the bridge was safe.",
        "[S:Neither Harn nor Sarn] said that the bridge was safe.",
        "[S:Even critics] said that the bridge was safe.",
        "[S:The Harn/Sarn poll] said that the bridge was safe.",
        "[S:Men living in Sarn] said that the bridge was safe.",
        "[S:A study published in May] said that the bridge was safe.",
        "[S:The mayor, in words carried by radio,] said that the bridge was safe.",
        "[S:An engineer hired by the ferry company] said that the bridge was safe.",
        "[S:The pilots' union] said that the bridge was safe.",
        "[S:The pilots’ union] said that the bridge was safe.",
        "[S:The hacker behind the attack on the port] said that the bridge was safe.",
        "[S:Lind himself] said that the bridge was safe.",
        "In his speech [S:Lind] said that the bridge was safe.",
        "He left the dam with [S:a guard] saying that the bridge was safe.",
        "[S:The committee probing the thefts] said that the bridge was safe.",
        "[S:Guards selling boats in Sarn] said that the bridge was safe.",
        "After closing the dam [S:the guard] said that the bridge was safe.",
        "[S:The National Boat Survey (NBS)] estimates that the bridge was safe.",
        "[S:Lind] has no right to say that the bridge was safe.",
        "He left the dam with [S:Ada Lind] saying that the bridge was safe.",
    ],
)
def test_a_noun_phrase_is_one_mention(sentence: str) -> None:
    marked = mark(sentence)
    assert mention_of(marked.text) == marked["S"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:Ada Lind, the mayor of the town,] said that the bridge was safe.",
        "[S:Ada Lind, a spokeswoman for the port,] said that the bridge was safe.",
        "[S:Ada Lind, 29, a guard,] said that the bridge was safe.",
        "[S:Ada Lind (D-Ore.), a sailor who owns two boats,] said that it was safe.",
        "[S:Ada Lind (Harbour Party)] said that the bridge was safe.",
        "[S:Ada Lind, who owns the boat,] said that the bridge was safe.",
        "[S:Ada Lind, writing in a paper as it rained,] said that it was safe.",
        "The dam will hold, said [S:Ada Lind, the mayor].",
        '"The dam will hold," said [S:Ada Lind, an engineer].',
        "According to [S:Ada Lind, an engineer], the dam will hold.",
        "[S:Ada Lind (North), head of the board,] said that the bridge was safe.",
        "[S:Ada Lind, 53, a guard at a bank,] said that the bridge was safe.",
        "[S:The memo, dated 4 May 2019,] said that the bridge was safe.",
        '"The dam will hold," said [S:Ada Lind (North)].',
        '"The dam will hold," said [S:Ada Lind, 31].',
        '"The dam will hold," said [S:Ada Lind, now a guard].',
        '"The dam will hold," said [S:Ada Lind, a guard who saw it].',
        '"The dam will hold," said [S:Ada Lind, whose son is an engineer].',
        '"The dam will hold," said [S:Ada Lind, a guard in Sarn, Norway, who fled].',
        "The dam will hold, according to [S:a poll taken last week].",
        "The dam will hold, according to [S:papers filed by the council].",
    ],
)
def test_an_appositive_belongs_to_the_mention(sentence: str) -> None:
    marked = mark(sentence)
    assert mention_of(marked.text) == marked["S"]


def test_who_is_put_in_by_whoever_quotes_is_the_mention() -> None:
    text = "“[Lind] said that the bridge was safe.”"
    found = attrib.parse(text).attributions
    assert [each.mention and each.mention.text for each in found] == ["Lind"]


def test_what_came_before_is_not_part_of_the_mention() -> None:
    text = "It shut, a move that came after one of his aides had said that it rained."
    assert str(mention_of(text)).find("move") < 0


def test_two_may_say_one_thing() -> None:
    marked = mark("[S:The mayor and the council] said that the bridge was safe.")
    assert mention_of(marked.text) == marked["S"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday, [S:the minister] said that the bridge was safe.",
        "In May [S:the minister] said that the bridge was safe.",
        "When it rained, [S:the minister] said that the bridge was safe.",
        "[S:The minister (North)] on Monday said that the bridge was safe.",
        "[S:Citizens who were right in the past] said that the bridge was safe.",
        "[S:The minister] went out with Bo Berg, her deputy, saying that he was safe.",
        "[S:Ada Lind, a former mayor,] left early, saying that the bridge was safe.",
        "But [S:the minister] said that the bridge was safe.",
    ],
)
def test_what_stands_before_the_subject_is_not_part_of_it(sentence: str) -> None:
    marked = mark(sentence)
    assert mention_of(marked.text) == marked["S"]


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    marked = mark("[S:The minister] opened the bridge and said that it was safe.")
    assert mention_of(marked.text) == marked["S"]


def test_who_is_the_mention_in_a_relative_clause() -> None:
    marked = mark("Reporters met the mayor, [S:who] said that the bridge was safe.")
    assert mention_of(marked.text) == marked["S"]


def test_a_passive_has_no_source_but_the_one_named_with_by() -> None:
    assert mention_of("It was reported that the ship had sunk.") is None
    marked = mark("The strike was announced by [S:the union].")
    assert mention_of(marked.text) == marked["S"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:One report] claims that the bridge was safe.",
        "[S:A clerk, whose wife wrote that he knew,] said the bridge was safe.",
        "[S:Ada Lind, of Baltic Wire, one of four sisters,] said the bridge was safe.",
        "[S:The head of the Port Union (PU), Ada Lind,] said the bridge was safe.",
        "[S:Acme Harbours Corp <ACM.O>] said the bridge was safe.",
        "[S:Police seeking a man who robbed a bank] said the bridge was safe.",
        "[S:The mayor] after a meeting with Berg said that the bridge was safe.",
        "[S:Norway] today said that the bridge was safe.",
        "[S:Norway] last week said that the bridge was safe.",
        "[S:Figures to be published today] show that the bridge was safe.",
        "[S:World agencies] report that the bridge was safe.",
        'Says [S:Ada Lind], "The bridge was always safe."',
    ],
)
def test_a_source_is_found_past_what_is_put_in(sentence: str) -> None:
    marked = mark(sentence)
    sources = [each.mention for each in attrib.parse(marked.text).attributions]
    assert marked["S"] in sources


@pytest.mark.parametrize(
    "aside", ["for example", "for his part", "however", "too", "in turn", "meanwhile"]
)
def test_an_aside_is_no_part_of_who_speaks(aside: str) -> None:
    (found,) = attrib.parse(f"The mayor, {aside}, said it was safe.").attributions
    assert found.mention is not None
    assert found.mention.text == "The mayor"


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:A man who asked not to be named] said it was safe.",
        "[S:Those who left] said it was safe.",
        "[S:Many of those who left] said it was safe.",
        "[S:Some in the party] say it is safe.",
        "[S:Tax records] show Berg has paid.",
        "[S:Lund & Vey] said it was safe.",
        "[S:Analysts at Lund & Vey] said it was safe.",
        "[S:NT&T] said it was safe.",
        '[S:The so-called "Free Guard"] said it was safe.',
        "[S:The 32-year-old] told fans it was safe.",
        "[S:Lind (@lind)] tweeted that it was safe.",
        "[S:Newly released tax data] show that Berg has paid.",
        "[S:Lund et al.] found that the ice is thin.",
    ],
)
def test_who_speaks_may_be_told_by_a_clause(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]


@pytest.mark.parametrize("year", ["(2019)", "[2019]", "(2019a)", ""])
def test_authors_are_named_before_their_year(year: str) -> None:
    text = f"Lund et al. {year} found that the ice is thin."
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert found.source.name == "Lund et al."


def test_who_was_asked_is_who_answers() -> None:
    text = "Berg, asked whether he would leave, said he would not."
    found = attrib.parse(text).attributions[0]
    assert found.source is not None
    assert found.source.name == "Berg"


@pytest.mark.parametrize("name", ["May", "April", "Jun"])
def test_a_month_may_be_a_name(name: str) -> None:
    (found,) = attrib.parse(f"“It is safe,” {name} said on Monday.").attributions
    assert found.mention is not None
    assert found.mention.text == name


def test_a_month_behind_a_preposition_is_a_time() -> None:
    (found,) = attrib.parse("In May said officials would come.").attributions
    assert found.mention is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the first time [S:Norway] said it would pay.",
        "The firm put a cap on prices, a step [S:Berg] said would hurt farmers.",
        "The plan, which [S:the bishop Ada Berg] said would fail, was dropped.",
    ],
)
def test_a_name_may_begin_a_clause_behind_a_noun(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]


def test_a_time_behind_a_report_is_not_who_tells_it() -> None:
    text = "Norr issued a report earlier this month alleging that it was late."
    sources = {
        each.source and each.source.name for each in attrib.parse(text).attributions
    }
    assert "this" not in sources


def test_two_who_stand_behind_a_verb_say_it_both() -> None:
    text = "“It is late,” said Lind and Berg in a joint statement."
    names = {link.name for chain in attrib.parse(text).chains() for link in chain.links}
    assert names == {"Lind", "Berg"}


def test_who_acts_behind_a_source_does_not_say_it() -> None:
    text = "“It is late,” said Lind and Berg left the room."
    names = {link.name for chain in attrib.parse(text).chains() for link in chain.links}
    assert names == {"Lind"}


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:The last man to lead a third party] says that the bridge was safe.",
        "[S:The officer investigating the theft of four lorries] said it was safe.",
        "[S:Many of the local leaders who had backed Berg] said it was safe.",
        "[S:The clerk of four years, a member who gave no name,] said it was safe.",
        "[S:Norr's governor, Bo Sand, a Liberal,] said that the bridge was safe.",
        "[S:Bo Sand, acting head of the firm that owns it,] said it was safe.",
        "[S:A group of 67 artists, writers and actors] said that the bridge was safe.",
        "[S:Most voters in Sarn, Norr and Harwick] said that the bridge was safe.",
        "[S:A study by Lind and Berg of the port and Vey] said it was safe.",
        "[S:Rivals from 14 to 17] said that the bridge was safe.",
        "[S:The fact that the firm is still buying new boats] shows that it is safe.",
        "[S:Ada Lind, editor of the “Harbour News,”] said that it was safe.",
        "[S:The man who sold the “Harbour News”] said that it was safe.",
        "[S:Ada Lind, who ran the port for three years,] states that it was safe.",
        "[S:The man who ran the port (a Liberal) for three years] said it was safe.",
        "[S:Lind, Berg and Vey — three who ran the port —] said that it was safe.",
        "[S:The head of the school from where they were taken] said it was safe.",
        "[S:Half] said that the bridge was safe.",
        "[S:A third] said that the bridge was safe.",
        "[S:42%] said that the bridge was safe.",
        "[S:Less than a third] agreed that the bridge was safe.",
        "[S:Nine out of ten] said that the bridge was safe.",
        "[S:Nearly nine out of 10] said that the bridge was safe.",
        "[S:As many as 40 percent of them] said that the bridge was safe.",
        "[S:The inquiry that the council began] found that the bridge was safe.",
    ],
)
def test_all_between_its_head_and_the_verb_is_the_subject(sentence: str) -> None:
    assert_mentioned(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council closed the bridge in March, [S:Lind] said.",
        "The bridge closed in March and [S:Lind] said it was safe.",
        "The ship left as [S:the mayor] said that the bridge was safe.",
        "That night, [S:Lind, a clerk,] said that the bridge was safe.",
        "The bridge closed after the fire, [S:Lind and Berg] said.",
        "The council met in chaos, [S:the mayor, Ada Lind,] said.",
        "After saying it was safe, [S:Lind] said it was not.",
    ],
)
def test_no_predicate_is_part_of_a_subject(sentence: str) -> None:
    assert_mentioned(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:The town] [C:released a statement Wednesday saying] it was safe.",
        "[S:He] [C:wrote a letter to Berg asking] that the bridge be closed.",
        "[S:The union] [C:filed a lawsuit in March alleging] that it was safe.",
        "[S:Berg] [C:revised her statement explaining] that it was safe.",
        "[S:The mayor] [C:sent an email to staff on Monday telling] them it was safe.",
    ],
)
def test_who_makes_a_document_says_what_it_says(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert (found.mention, found.cue) == (marked["S"], marked["C"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Lund received [S:a letter] saying the bridge was safe.",
        "The mayor was sent [S:a letter] saying the bridge was safe.",
    ],
)
def test_who_gets_a_document_does_not_say_what_it_says(sentence: str) -> None:
    marked = mark(sentence)
    found = attrib.parse(marked.text).attributions
    assert [each.mention for each in found] == [marked["S"]]


def test_where_somebody_went_to_say_it_does_not_say_it() -> None:
    text = "Lund went on television to say the harbour was safe."
    (found,) = attrib.parse(text).attributions
    assert found.source is not None
    assert found.source.name == "Lund"


@pytest.mark.parametrize(
    "text",
    [
        "The court gave Norway a chance to reveal its plans.",
        "There is a saying “Boats come first”.",
        "There is no need to hope that the dam will hold.",
        "The agency's estimating models seem to fail.",
        "There was a dinner, raising the prospect that she would leave.",
    ],
)
def test_what_is_only_spoken_of_says_nothing(text: str) -> None:
    mentions = [each.mention for each in attrib.parse(text).attributions]
    said = [each.text for each in mentions if each is not None]
    assert not {"a chance", "There", "The agency's"}.intersection(said)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks failed, with [S:Norway] blaming Sarn for the delay.",
        "The talks failed, with [S:Norway] accusing Sarn of theft.",
        "The talks failed, with [S:the mayor] calling the plan a joke.",
    ],
)
def test_who_is_said_to_speak_meanwhile_says_it(sentence: str) -> None:
    marked = mark(sentence)
    assert mention_of(marked.text) == marked["S"]


@pytest.mark.parametrize(
    "text",
    [
        "Tests were carried out to confirm it is safe.",
        "The page was updated to note that it is safe.",
    ],
)
def test_nobody_says_what_something_was_done_to_show(text: str) -> None:
    assert attrib.parse(text).attributions == ()


def test_who_was_forced_to_say_it_says_it() -> None:
    (found,) = attrib.parse("Lund was forced to warn that it is unsafe.").attributions
    assert found.source is not None
    assert found.source.name == "Lund"


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:The head of the port in Sarn], said traffic had stopped.",
        "[S:Sources familiar with the matter], have told Baltic Wire that it closed.",
        "[S:Rep. Ada Lind (N-Sarn)], tweeted on Friday that the pier was lost.",
    ],
)
def test_a_comma_may_cut_off_who_says_it(sentence: str) -> None:
    marked = mark(sentence)
    assert mention_of(marked.text) == marked["S"]


@pytest.mark.parametrize(
    "text",
    [
        "The port of Sarn, says Berg, is closed.",
        "Two dead in fires in Sarn, says Berg",
        "The report of the guards, says Berg, is a fake.",
    ],
)
def test_a_comma_does_not_cut_off_who_says_it_behind_the_verb(text: str) -> None:
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "Berg"


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday [S:Reuters] said that it rained.",
        "In March [S:AFP] said that it rained.",
        "On June 3 [S:Ada Lind] said that it rained.",
        "In 2019 [S:Reuters] said that it rained.",
        "In May 2019 [S:Lind] said that it rained.",
        "On Friday morning [S:Reuters] said that it rained.",
        "Yesterday [S:Reuters] said that it rained.",
        "This Friday [S:AFP] said that it rained.",
        "[S:The Friday Times] said that it rained.",
        "[S:The May 3 Reuters report] said that it rained.",
        "On Monday [S:Norway and Sarn] said that it rained.",
        "On March 5 [S:Reuters and AFP] said that it rained.",
        "He left on Monday and [S:Berg] said that it rained.",
    ],
)
def test_a_time_before_a_name_is_no_part_of_it(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He thanked the US for the funding saying that the boats were late.", "He"),
        ("Ada Lind praised Berg saying that the boats were late.", "Ada Lind"),
        ("Ada Lind criticized a report saying the boats were late.", "report"),
    ],
)
def test_whoever_is_thanked_or_praised_says_nothing(text: str, name: str) -> None:
    found = attrib.parse(text).attributions[-1]
    assert found.source is not None
    assert found.source.name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "[S:All the experts I met] said that it rained.",
        "[S:Everyone I asked] said that it rained.",
        "[S:Two guards we spoke to] said that it rained.",
        "[S:The man she had married] said that it rained.",
        "The day she left [S:Berg] said that it rained.",
    ],
)
def test_a_clause_without_who_belongs_to_whom_it_describes(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.mention == marked["S"]


@pytest.mark.parametrize(
    "time", ["at 3 pm local time", "on Monday", "at noon local time", "in the past"]
)
def test_a_time_inside_a_verb_group_is_not_its_subject(time: str) -> None:
    text = f"The mayor will {time} announce that the dam is closed."
    (found,) = attrib.parse(text).attributions
    assert found.mention is not None
    assert found.mention.text == "The mayor"


def test_whoever_neither_confirms_nor_denies_is_named() -> None:
    text = "The ministry has neither confirmed nor denied that the dam was hit."
    (found,) = attrib.parse(text).attributions
    assert found.stance == "withholds"
    assert_mentioned("[S:Lind] neither confirmed nor denied the report.")
