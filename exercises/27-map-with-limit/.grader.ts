import { exercise } from "../../graders/vitest.ts";

exercise("27-map-with-limit");
