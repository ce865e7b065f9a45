// tries: to import by absolute path, file URL and data URL; must: forbidden
import passwd from "/etc/passwd";
import other from "file:///etc/passwd";
import code from "data:text/javascript,export default process";
export const fetchAllApis = async () => [passwd, other, code];
