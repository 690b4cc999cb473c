-- Shapes of divisions, appended: the newest row of a division counts. A union has no row; its shape is that of its members.
CREATE TABLE map_shape (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  geometry jsonb NOT NULL,
  approximate boolean NOT NULL,
  source text NOT NULL,
  licence text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX map_shape_division ON map_shape (division, recorded_at DESC, id DESC);

ALTER TABLE map_shape ENABLE ROW LEVEL SECURITY;
CREATE POLICY map_shape_read ON map_shape FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY map_shape_write ON map_shape FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));
GRANT SELECT, INSERT ON map_shape TO gangju_app;
GRANT SELECT ON map_shape TO gangju_worker;
