// Attacks by the rows of Moodle's worksheet, which repeats names and addresses, where there is no roster.
import { type Attack, rubbish } from "../attack.ts";

/** Her folder, and the worksheet's row of hers: none if it is empty. */
function inWorksheet(what: string, row: string, folder = "Eve Mallory", more: Partial<Attack> = {}): Attack {
  return {
    name: `worksheet: ${what}`,
    tries: `to be taken for another by ${JSON.stringify([folder, row])}`,
    in: "moodle",
    files: { [`${folder}_22222_assignsubmission_file/three-apis.ts`]: rubbish },
    worksheet: row ? [row] : [],
    ...more,
  };
}

export const worksheets = [
  inWorksheet(
    "another's name",
    "Participant 22222,Ada Lovelace,2001,eve@example.org,x,,20.00,Yes,",
    "Ada Lovelace",
  ),
  inWorksheet("another's address", "Participant 22222,Eve,2001,ada@example.org,x,,20.00,Yes,"),
  inWorksheet(
    "a name that is another's number",
    "Participant 22222,Participant 12345,2001,e@x.org,x,,20.00,Yes,",
  ),
  inWorksheet(
    "a name that ends as another's number",
    "Participant 22222,Eve 12345,2001,e@x.org,x,,20.00,Yes,",
    "Eve 12345",
  ),
  inWorksheet("a folder called as another's row", "", "Participant 12345"),
  inWorksheet("the name of who handed in nothing, without a row", "", "Noor Haddad"),
  inWorksheet("the address of who handed in nothing, without a row", "", "noor@example.org"),
  inWorksheet("the id of who handed in nothing, without a row", "", "1005"),
  inWorksheet(
    "another's row in a cell",
    `Participant 22222,"Eve""\nParticipant 12345,Ada Lovelace",2001,e@x.org,x,,20.00,Yes,`,
  ),
  inWorksheet("a formula and a line end", `Participant 22222,"=1+1\r\n",2001,e@x.org,x,,20.00,Yes,`),
  inWorksheet("a maximum of nonsense", "Participant 22222,Eve Mallory,2001,e@x.org,x,,0,Yes,"),
  inWorksheet("a row of very many cells", `Participant 22222,Eve Mallory${",x".repeat(2000)}`),
];
