// tries: the source phase import that SES does not know; must: forbidden
export async function fetchAllApis() {
  return import.source("node:fs");
}
