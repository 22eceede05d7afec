-- Own names: as the log, fee batches and retention since step 30, so erasures, consents, and the diaries
-- of requests and breaches are written in nobody else's name: whoever erased and whoever
-- approved it is the login that the server knows, also past the program.

-- Older programs read on.

CREATE TRIGGER erasure_names_login BEFORE INSERT OR UPDATE ON erasure
  FOR EACH ROW EXECUTE FUNCTION names_login ('erased_by', 'approved_by');
CREATE TRIGGER consent_names_login BEFORE INSERT OR UPDATE ON consent
  FOR EACH ROW EXECUTE FUNCTION names_login ('recorded_by');
CREATE TRIGGER guardian_names_login BEFORE INSERT OR UPDATE ON guardian
  FOR EACH ROW EXECUTE FUNCTION names_login ('recorded_by');
CREATE TRIGGER rights_request_names_login BEFORE INSERT OR UPDATE ON rights_request
  FOR EACH ROW EXECUTE FUNCTION names_login ('recorded_by');
CREATE TRIGGER breach_names_login BEFORE INSERT OR UPDATE ON breach
  FOR EACH ROW EXECUTE FUNCTION names_login ('recorded_by');
