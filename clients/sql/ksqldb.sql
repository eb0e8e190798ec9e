-- ksqlDB over the topics; ClientsTest holds the columns against the schemas. Set processing.guarantee and isolation as your cluster has it.

CREATE STREAM fact_changes (
  `key` STRING KEY,
  `id` STRING,
  `type` STRING,
  `story_id` STRING,
  `fact_id` STRING,
  `article_id` STRING,
  `at` TIMESTAMP,
  `kind` STRING,
  `subject` STRING,
  `attribute` STRING,
  `unit` STRING,
  `before` STRING,
  `after` STRING,
  `before_sources` ARRAY<STRING>,
  `after_sources` ARRAY<STRING>,
  `evidence` STRUCT<`id` STRING, `article_id` STRING, `kind` STRING, `subject` STRING, `subject_id` STRING, `attribute` STRING, `qualifiers` ARRAY<STRING>, `value` STRING, `value_id` STRING, `unit` STRING, `hedge` STRING, `speaker` STRING, `speaker_id` STRING, `modality` STRING, `cues` ARRAY<STRING>, `sentence` STRING, `begin` INTEGER, `end` INTEGER, `confidence` DOUBLE>,
  `confidence` DOUBLE,
  `text` STRING
) WITH (
  KAFKA_TOPIC = 'deltawire.fact-changes',
  KEY_FORMAT = 'KAFKA',
  VALUE_FORMAT = 'AVRO'
);

CREATE STREAM story_updates (
  `key` STRING KEY,
  `id` STRING,
  `type` STRING,
  `story_id` STRING,
  `other_story_id` STRING,
  `article_id` STRING,
  `at` TIMESTAMP,
  `moved` ARRAY<STRING>,
  `title` STRING,
  `duplicate_of` STRING,
  `source` STRING,
  `late` BOOLEAN
) WITH (
  KAFKA_TOPIC = 'deltawire.story-updates',
  KEY_FORMAT = 'KAFKA',
  VALUE_FORMAT = 'AVRO'
);

CREATE TABLE stories (
  `key` STRING PRIMARY KEY,
  `id` STRING,
  `desk` STRING,
  `title` STRING,
  `lead_article_id` STRING,
  `state` STRING,
  `redirect` STRING,
  `predecessor` STRING,
  `opened_at` TIMESTAMP,
  `updated_at` TIMESTAMP,
  `article_count` INTEGER,
  `articles` ARRAY<STRING>,
  `outlets` ARRAY<STRING>,
  `independent_sources` INTEGER,
  `entities` ARRAY<STRUCT<`id` STRING, `name` STRING, `type` STRING, `in_title` BOOLEAN, `in_lead` BOOLEAN, `mentions` INTEGER>>,
  `facts` ARRAY<STRUCT<`id` STRING, `kind` STRING, `subject` STRING, `attribute` STRING, `positions` ARRAY<STRUCT<`value` STRING, `unit` STRING, `hedge` STRING, `sources` ARRAY<STRING>, `first_at` TIMESTAMP, `last_at` TIMESTAMP, `speakers` ARRAY<STRING>>>, `disputed` BOOLEAN, `confidence` DOUBLE>>
) WITH (
  KAFKA_TOPIC = 'deltawire.stories',
  KEY_FORMAT = 'KAFKA',
  VALUE_FORMAT = 'AVRO'
);

-- Disputes as they arise, and what each story stands at.
SELECT story_id, subject, attribute, before, after, text FROM fact_changes WHERE type = 'DISPUTED' EMIT CHANGES;
