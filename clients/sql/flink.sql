-- Flink SQL over the topics; ClientsTest holds the columns against the schemas. Format: flink-sql-avro-confluent-registry.

CREATE TABLE fact_changes (
  `id` STRING,
  `type` STRING,
  `story_id` STRING,
  `fact_id` STRING,
  `article_id` STRING,
  `at` TIMESTAMP(3),
  `kind` STRING,
  `subject` STRING,
  `attribute` STRING,
  `unit` STRING,
  `before` STRING,
  `after` STRING,
  `before_sources` ARRAY<STRING>,
  `after_sources` ARRAY<STRING>,
  `evidence` ROW<`id` STRING, `article_id` STRING, `kind` STRING, `subject` STRING, `subject_id` STRING, `attribute` STRING, `qualifiers` ARRAY<STRING>, `value` STRING, `value_id` STRING, `unit` STRING, `hedge` STRING, `speaker` STRING, `speaker_id` STRING, `modality` STRING, `cues` ARRAY<STRING>, `sentence` STRING, `begin` INT, `end` INT, `confidence` DOUBLE>,
  `confidence` DOUBLE,
  `text` STRING,
  WATERMARK FOR `at` AS `at` - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'deltawire.fact-changes',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://localhost:8081/apis/ccompat/v7'
);

CREATE TABLE story_updates (
  `id` STRING,
  `type` STRING,
  `story_id` STRING,
  `other_story_id` STRING,
  `article_id` STRING,
  `at` TIMESTAMP(3),
  `moved` ARRAY<STRING>,
  `title` STRING,
  `duplicate_of` STRING,
  `source` STRING,
  `late` BOOLEAN,
  WATERMARK FOR `at` AS `at` - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'deltawire.story-updates',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://localhost:8081/apis/ccompat/v7'
);

CREATE TABLE stories (
  `key` STRING,
  `id` STRING,
  `desk` STRING,
  `title` STRING,
  `lead_article_id` STRING,
  `state` STRING,
  `redirect` STRING,
  `predecessor` STRING,
  `opened_at` TIMESTAMP(3),
  `updated_at` TIMESTAMP(3),
  `article_count` INT,
  `articles` ARRAY<STRING>,
  `outlets` ARRAY<STRING>,
  `independent_sources` INT,
  `entities` ARRAY<ROW<`id` STRING, `name` STRING, `type` STRING, `in_title` BOOLEAN, `in_lead` BOOLEAN, `mentions` INT>>,
  `facts` ARRAY<ROW<`id` STRING, `kind` STRING, `subject` STRING, `attribute` STRING, `positions` ARRAY<ROW<`value` STRING, `unit` STRING, `hedge` STRING, `sources` ARRAY<STRING>, `first_at` TIMESTAMP(3), `last_at` TIMESTAMP(3), `speakers` ARRAY<STRING>>>, `disputed` BOOLEAN, `confidence` DOUBLE>>,
  PRIMARY KEY (`key`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'deltawire.stories',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'key.format' = 'raw',
  'value.fields-include' = 'EXCEPT_KEY',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://localhost:8081/apis/ccompat/v7'
);

-- Revisions an hour, by kind of fact.
SELECT window_start, kind, COUNT(*) AS revised
FROM TABLE(TUMBLE(TABLE fact_changes, DESCRIPTOR(`at`), INTERVAL '1' HOUR))
WHERE `type` = 'REVISED'
GROUP BY window_start, window_end, kind;
