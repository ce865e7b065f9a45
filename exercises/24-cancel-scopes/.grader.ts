import { exercise } from "../../graders/vitest.ts";

exercise("24-cancel-scopes");
