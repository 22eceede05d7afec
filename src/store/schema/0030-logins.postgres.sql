-- Logins: on a server whoever does something is the login that the server knows, and no program
-- says otherwise.  The login that made the register owns its tables, so that these walls are around
-- the others; against an owner nothing in a database helps.

-- Older programs read on.

-- Names that programs gave themselves before stay where they are.  Were a role held by such a name
-- only, nobody could name anybody any more.
INSERT INTO register_user (name, role, sees_article_10, added_on, added_by)
SELECT session_user, 'coordinator', 0, s.civil_day, session_user FROM store_state AS s
 WHERE EXISTS (SELECT 1 FROM register_user)
ON CONFLICT (name) DO NOTHING;

CREATE FUNCTION is_owned_by_login (place oid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog AS $$
  SELECT c.relowner = (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = session_user)
    FROM pg_class AS c WHERE c.oid = place
$$;

-- Of the columns that are named: who is new there is the login itself.
CREATE FUNCTION names_login () RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  place text;
  named text;
  is_owned boolean;
BEGIN
  FOREACH place IN ARRAY TG_ARGV LOOP
    named := to_jsonb (NEW) ->> place;
    IF named IS NOT NULL AND named <> session_user AND
       (TG_OP = 'INSERT' OR named IS DISTINCT FROM to_jsonb (OLD) ->> place) THEN
      EXECUTE format ('SELECT %I.is_owned_by_login ($1)', TG_TABLE_SCHEMA)
        INTO STRICT is_owned USING TG_RELID;
      IF NOT is_owned THEN
        RAISE EXCEPTION 'A login does things in its own name' USING ERRCODE = '42501';
      END IF;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_names_login BEFORE INSERT ON journal
  FOR EACH ROW EXECUTE FUNCTION names_login ('actor');
CREATE TRIGGER fee_batch_names_login BEFORE INSERT OR UPDATE ON fee_batch
  FOR EACH ROW EXECUTE FUNCTION names_login ('made_by', 'checked_by', 'approved_by', 'exported_by');
CREATE TRIGGER retention_run_names_login BEFORE INSERT OR UPDATE ON retention_run
  FOR EACH ROW EXECUTE FUNCTION names_login ('proposed_by', 'approved_by');

-- A row of the journal goes when its rule says so, and never changes.
CREATE FUNCTION stays_its_time () RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  n_days integer;
  is_owned boolean;
BEGIN
  EXECUTE format ('SELECT %1$I.is_owned_by_login ($1),'
                  '       (SELECT r.days FROM %1$I.retention_rule AS r WHERE r.code = ''journal'')',
                  TG_TABLE_SCHEMA) INTO STRICT is_owned, n_days USING TG_RELID;
  -- A day more, for a clock of the server that is not ours.
  IF NOT is_owned AND
     OLD.at > (extract (epoch FROM now ()) - (n_days - 1) * 86400) * 1000000 THEN
    RAISE EXCEPTION 'A row of the log stays its time' USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION stays_its_time ();

-- Logins that were let in before may change no row either; those of later are not given it.
DO $$
DECLARE
  who text;
BEGIN
  FOR who IN SELECT DISTINCT g.grantee FROM information_schema.role_table_grants AS g
              WHERE g.table_schema = current_schema () AND g.table_name = 'journal'
                AND g.privilege_type = 'UPDATE' AND g.grantee NOT IN (session_user, 'PUBLIC') LOOP
    EXECUTE format ('REVOKE UPDATE ON journal FROM %I', who);
  END LOOP;
END $$;

-- Whoever is alike is looked for while somebody types, and themes without a consent each time that
-- the page of retention is read: neither reads everybody for that.  The last six digits of a number,
-- however it is written.
CREATE INDEX person_by_mail ON person (lower(email));
CREATE INDEX person_by_phone_end ON person (
  (substr(replace(replace(phone, ' ', ''), '-', ''),
          length(replace(replace(phone, ' ', ''), '-', '')) - 5))
);
CREATE INDEX consent_of_theme ON consent (person_id, theme_id) WHERE theme_id IS NOT NULL;
