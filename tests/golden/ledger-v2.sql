PRAGMA application_id = 1635021938;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE assessment (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source TEXT,
            claim TEXT,
            topic TEXT,
            label TEXT NOT NULL,
            assessor TEXT NOT NULL,
            assessed TEXT NOT NULL,
            recorded TEXT NOT NULL,
            basis TEXT NOT NULL
        );
INSERT INTO "assessment" VALUES(1,'2024-04-01-b67f3226e2f6db','baltic wire',NULL,'shipping','B','M. Holt','2024-04-01','2024-04-01','has corrected itself');
INSERT INTO "assessment" VALUES(2,'2024-04-02-818f979a5b283e',NULL,'ferry-sails',NULL,'6','M. Holt','2024-04-01','2024-04-02','');
CREATE TABLE outcome (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            claim TEXT NOT NULL,
            verdict TEXT NOT NULL,
            settled TEXT NOT NULL,
            recorded TEXT NOT NULL,
            settled_by TEXT NOT NULL,
            evidence TEXT NOT NULL,
            topic TEXT NOT NULL
        );
INSERT INTO "outcome" VALUES(1,'2024-03-02-0de0fbb131c730','baltic wire','ferry-sails','confirmed','2024-03-01','2024-03-02','port desk','the log of the pilot station','shipping');
INSERT INTO "outcome" VALUES(2,'ticket 7','baltic wire','ferry-sails','retracted','2024-05-01','2024-05-03','port desk','','');
INSERT INTO "outcome" VALUES(3,'2024-03-01-172dd508c6fea9','порт','rain','refuted','2024-03-01','2024-03-01','M. Holt','','');
INSERT INTO "outcome" VALUES(4,'2024-03-01-3b9bf57dc15c22','порт','rain','confirmed','2024-03-01','2024-03-01','port desk','','');
INSERT INTO "outcome" VALUES(5,'2024-03-01-a361d55e5ca8a1','порт','fog','unsettled','2024-03-01','2024-03-01','port desk','','');
CREATE TABLE tally (
            source TEXT NOT NULL,
            topic TEXT NOT NULL,
            verdict TEXT NOT NULL,
            settled INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (source, settled, verdict, topic, recorded)
        ) WITHOUT ROWID
        ;
INSERT INTO "tally" VALUES('baltic wire','','confirmed',738946,738947,1);
INSERT INTO "tally" VALUES('baltic wire','','confirmed',738946,739009,-1);
INSERT INTO "tally" VALUES('baltic wire','shipping','confirmed',738946,738947,1);
INSERT INTO "tally" VALUES('baltic wire','shipping','confirmed',738946,739009,-1);
INSERT INTO "tally" VALUES('baltic wire','','retracted',739007,739009,1);
INSERT INTO "tally" VALUES('порт','','contested',738946,738946,1);
INSERT INTO "tally" VALUES('порт','','unsettled',738946,738946,1);
CREATE INDEX assessment_by_source ON assessment (source);
CREATE INDEX assessment_by_claim ON assessment (claim);
CREATE INDEX outcome_by_source ON outcome (source);
CREATE INDEX outcome_by_claim ON outcome (claim, source);
COMMIT;
