"""Where what is reported begins, behind the words that say when, where and to whom."""

import pytest

import attrib
from marking import mark


def content_of(text: str) -> object:
    (found,) = attrib.parse(text).attributions
    return found.content


@pytest.mark.parametrize(
    "sentence",
    [
        "The city announced this week [T:plans to close the harbour].",
        "The ministry said earlier this month [T:part of the dam would be rebuilt].",
        "The club agreed last December [T:to build a bridge].",
        "Residents said on Saturday, [T:about 20 houses had burned down].",
        "He announced Monday morning [T:a plan to build a bridge].",
    ],
)
def test_a_time_behind_a_cue_is_no_content(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She said [T:Monday was a holiday].",
        "She said [T:last year was good].",
        "She said [T:Monday's storm had broken the dam].",
        "She said [T:Morning Ferry owners had lost the case].",
    ],
)
def test_a_time_that_is_a_subject_begins_the_content(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


@pytest.mark.parametrize(
    "sentence",
    [
        'The minister said [T:a "sober look" at the dam was needed].',
        'The minister vowed [T:to "finish the dam"], as rain fell.',
        "The minister said to the crowd [T:the dam was safe].",
        "The minister explained to the town [T:why the dam was old].",
        "The minister disclosed to the court [T:her debts].",
        "The minister urged farmers [T:to “not lose heart”], as rain fell.",
        "The agency says [T:suspected cases of the fever were isolated].",
        "The paper said [T:no one would be dismissed].",
        "The mayor told a news conference [T:that, contrary to reports, it was safe].",
        "The emir said during the opening feast [T:`` we want to build a bridge ''].",
        "Officials said [T:most of the injured were minors].",
        "The prosecutor says [T:more than 16,000 boats were sunk].",
        "Berg said [T:all of the firm's cash would be available].",
        "Berg said [T:not all the boats were sunk].",
        "The court said [T:not allowing women to vote was a breach].",
        'The mayor said [T:so-called "back roads" were safe].',
        "Berg said [T:while he did not face any danger, there was a risk].",
        "Berg said after the meeting in the town hall, [T:the road would open].",
        'The message reads, in part: [T:"Come home."]',
        "Berg said following a vote in May [T:that he had doubts].",
        "Berg said [T:having the dam rebuilt is a good thing].",
        "Berg said [T:bullying does not pay].",
        "Berg was asked on Monday [T:whether he would resign].",
        "Berg was asked by a reporter [T:whether he would resign].",
        "Berg said again and again [T:that he would leave].",
        "He believes [T:most of it is true].",
        "She told Baltic Wire before leaving the town [T:that it was safe].",
        "She said in a letter to the union (UFD) [T:that it was safe].",
        "She told the Guardian, which is sold in Sarn, [T:that it was safe].",
        "She said [T:that, to join the pact, it had much to do].",
        "She said [T:half of the boats would be hit].",
        "[T:It might not be over], warned Ada Lind with the guards.",
        "[T:The firm knew], said a person with a boat who was ill.",
        "[T:Norway is ready for it], the mayor said at a feast in Sarn in May.",
        "[T:It may sell the boats], the envoy told the council on Tuesday.",
        "[T:Talks have failed], the mayor said in a statement late on Sunday.",
        "Berg says [T:the only way to stop the firm may be to buy it].",
        "[T:Most voted for it], analysts say; last year, a third did.",
        "She told a meeting of guards across Sarn and Harwick [T:that it was safe].",
        "She told the guests, who had come in May, [T:what she would do].",
        "She said in a talk with “Sarn Tonight” taped Monday [T:that it was safe].",
        "She said in a letter to Baltic Wire published on Monday [T:that it was safe].",
        "In a letter to the board, she said, however, [T:“It is not safe.”]",
        "[T:The firm is a target], it said, just as it was in May, leaving no doubt.",
        "[T:Nine locks had failed], guards said late Monday.",
        "[T:Nine locks had failed], guards warned this week.",
        "[T:The lock will fail], a guard tells Jon Berg, an editor of Baltic Wire.",
        "[T:The lock had failed in May], the guard pointed out:",
        "She called on [T:the guards to leave the dam].",
        "She warned of [T:the danger of sending boats to Norway].",
        "She asked about [T:the plan to sell the boats].",
        "She assured the guards [T:that it was safe].",
        "She posted on Telegram: [T:The dam is safe].",
        "She wrote in a letter to the board in May: [T:We have sold it].",
        "She told Baltic Wire on Monday: [T:It is not for sale].",
        "[T:The dam is old], the Times of Sarn reports.",
        "[T:The dam is old], the ministry reports on Telegram.",
        "As Baltic Wire notes, [T:the dam is old].",
        "He sold the boat, as she spoke about [T:the plan to buy it].",
        "The boats left, as Norway accused [T:Sarn of theft].",
        "As a guard in Sarn put it: [T:“They still think of us.”]",
        "As Lind said: [T:“They still think of us.”]",
        "[T:Leave the dam if it is raining], the board warned on Friday, lest it go.",
        "[T:Everything but boats], she added.",
        "[T:New words include boat and oar], Lind said in a post on Monday.",
        "For instance, as Norr wrote in May, [T:the tool was used to steal boats].",
        "[T:“It is old,”] Norrly wrote.",
        "[T:It has two locks], the board noted in its report, including a new one.",
        "The mayor said in part:\n\n[T:“The town is sad. It has lost a boat.”]",
        "The mayor wrote on Monday:\n\n[T:“The town is sad. It has lost a boat.”]",
        "[T:The dam was closed], as Baltic Wire reported Monday.",
    ],
)
def test_a_content_begins_with_its_first_word(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


def test_who_was_written_to_is_no_content() -> None:
    text = "Holm wrote to the council to warn it that the wall was unsafe."
    (found,) = attrib.parse(text).attributions
    assert found.content.text == "that the wall was unsafe"


def test_who_hears_something_is_an_addressee() -> None:
    (found,) = attrib.parse("Holm said to the crowd the war was over.").attributions
    assert found.addressee is not None
    assert found.addressee.text == "the crowd"


def test_a_relative_that_begins_no_content() -> None:
    found = attrib.parse("The board announced orders that contradict it.").attributions
    assert not [each for each in found if each.content.text.startswith("that")]


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:Those grants], she said, [T:include help for farmers].",
        "[T:A good harvest], she said, [T:requires some rain].",
        "[T:The dam was shut], she said, [T:because the lock had failed].",
        "[T:Trade is slow], she said, [T:as the economy has not grown].",
        "[T:The plan would be helped], she said, [T:by a new calendar].",
        "[T:Things have changed], she says, [T:especially in the north].",
        "[T:In the three years since then], she says, [T:far too many have died].",
        "[T:The two towns], she said, [T:now have a chance to talk].",
        "[T:The road], she said on Monday, [T:is closed].",
        "[T:The road] – she said – [T:is closed].",
        "[T:The road] (she said) [T:is closed].",
        "[T:Three boats sank], it said in a post, [T:and the dam was hit].",
    ],
)
def test_a_content_goes_on_behind_a_cue_in_its_midst(sentence: str) -> None:
    marked = mark(sentence)
    found = content_of(marked.text)
    assert isinstance(found, attrib.Passage)
    assert found.spans == marked.spans("T")


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:The dam was shut], she said, as she left.",
        "[T:The dam was shut], she said as she met the mayor in Sarn, the paper wrote.",
        "[T:The dam was shut], she said, adding that the lock had failed.",
        "[T:The dam was shut], Interfax reports with reference to the mayor.",
    ],
)
def test_what_somebody_did_meanwhile_is_no_content(sentence: str) -> None:
    marked = mark(sentence)
    contents = [each.content for each in attrib.parse(marked.text).attributions]
    assert marked["T"] in contents


@pytest.mark.parametrize(
    "sentence",
    [
        "[T:“We need it now!”] she said on Friday.",
        "[T:“Who are they?”] she said of the firm in May, when it closed.",
        "[T:“How big is it?”] she said to a crowd of about 500.",
        "[T:“Who will say, ‘Is it mine?’”] she said, turning to the mayor.",
    ],
)
def test_a_call_is_told_by_who_speaks_behind_it(sentence: str) -> None:
    marked = mark(sentence)
    assert content_of(marked.text) == marked["T"]


def test_behind_a_full_stop_nobody_tells_a_quotation() -> None:
    text = "The sign read “Stop here.” She later apologised for it to a crowd of 500."
    contents = [each.content.text for each in attrib.parse(text).attributions]
    assert "“Stop here.”" not in contents[1:]


@pytest.mark.parametrize(
    "text",
    [
        "The dam holds well, considering its age.",
        "The guard objected and left the army.",
        "The guard was told and went home.",
        "She invited attacks by those who had left.",
        "The mayor warned guards of thefts urging them to lock their boats.",
        "The dam was closed, as the town continues suffering.",
    ],
)
def test_what_goes_on_behind_a_verb_is_no_content(text: str) -> None:
    contents = [each.content.text for each in attrib.parse(text).attributions]
    begins = ("and", "its", "who", "urging", "The dam was")
    assert not [each for each in contents if each.startswith(begins)]


def test_what_a_noun_is_told_of_is_no_content_of_its_own() -> None:
    text = "She informed the mayor about the boats that Norway needs."
    contents = [each.content.text for each in attrib.parse(text).attributions]
    assert "that Norway needs" not in contents


@pytest.mark.parametrize(
    "text",
    [
        "Lind runs an app called Sarn Watch that sells boats.",
        "Lind runs an app called “Sarn Watch” that sells boats.",
        "The firm built a network called Rung that went unused.",
        "A guard dubbed 'Sarn Jon' by a paper fled.",
        "Dubbed “Sarn Watch” by its makers, the app sells boats.",
        "The app, dubbed Sarn Watch, sells boats.",
        "A Sarn-based app called 'Watch' is spreading fast.",
    ],
)
def test_who_names_something_says_nothing(text: str) -> None:
    assert not attrib.parse(text).attributions


@pytest.mark.parametrize(
    "sentence",
    [
        "An aide called [T:Ada Lind a liar].",
        "An aide called [T:Lind “a liar”], too.",
        "The boats go to what the paper dubbed [T:“Sarn Watch”], he thought.",
        "The plan was dubbed [T:“a gift”] by the union.",
    ],
)
def test_who_calls_somebody_something_says_so(sentence: str) -> None:
    marked = mark(sentence)
    contents = [each.content for each in attrib.parse(marked.text).attributions]
    assert marked["T"] in contents


@pytest.mark.parametrize(
    "text",
    [
        "The agency listed in the report: boats, oars and nets.",
        "The mayor met on Monday: It rained.",
        "She wrote of three towns: Sarn, Harwick and Norr.",
    ],
)
def test_a_list_behind_a_colon_is_no_content(text: str) -> None:
    behind = text[text.index(":") + 2 : -1]
    contents = [each.content.text for each in attrib.parse(text).attributions]
    assert behind not in contents


@pytest.mark.parametrize(
    "sentence",
    [
        "The navy warned Norway [T:of attacks on the port].",
        "The navy informed Norway [T:about the storm].",
        "Lind reminded him [T:of his promise].",
        "The mayor warned residents [T:of flooding in the valley].",
        "The mayor warned the council [T:against a new bridge].",
    ],
)
def test_what_somebody_is_warned_of_is_a_content(sentence: str) -> None:
    marked = mark(sentence)
    (found,) = attrib.parse(marked.text).attributions
    assert found.content == marked["T"]
    assert found.rule == "en.indirect.object"


@pytest.mark.parametrize(
    "text",
    [
        "The navy warned the son of the mayor.",
        "The navy notified residents of the town.",
    ],
)
def test_whose_somebody_is_who_is_warned_is_no_content(text: str) -> None:
    contents = [each.content.text for each in attrib.parse(text).attributions]
    assert not [each for each in contents if each.startswith("of ")]
