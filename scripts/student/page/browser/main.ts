// Which page it is stands in the document: that of `npm run watch`, or of `npm run play`.
import { playPage } from "./play-page.ts";
import { watchPage } from "./watch-page.ts";

if (document.documentElement.dataset.page === "play") playPage();
else watchPage();
