import { exercise } from "../../graders/vitest.ts";

exercise("25-shielded-cleanup");
