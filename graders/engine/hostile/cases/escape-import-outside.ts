// tries: to import a file outside of the exercise's folder; must: forbidden
import { fetchAllApis as theirs } from "../../solutions/03-three-apis/three-apis.ts";
export const fetchAllApis = theirs;
