import { exercise } from "../../graders/vitest.ts";

exercise("07-start-now-await-later");
