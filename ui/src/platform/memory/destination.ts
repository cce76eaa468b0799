import type { FieldView } from "../../bindings/FieldView";
import type { LeadField } from "../../bindings/LeadField";
import type { MappingRow } from "../../bindings/MappingRow";
import type { Said } from "../../bindings/Said";
import { said } from "./said";

function field(name: string, label: string, kind = "string", options: string[] = []): FieldView {
  return {
    name,
    label,
    kind,
    read_only: false,
    options: options.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) })),
  };
}

/** What HubSpot would say its contacts are made of. */
export const HUBSPOT_FIELDS: FieldView[] = [
  field("email", "Email"),
  field("firstname", "First name"),
  field("lastname", "Last name"),
  field("phone", "Phone number"),
  field("loan_budget", "Loan budget", "number"),
  field("loan_project", "Loan project", "enumeration", ["purchase", "renovation"]),
  field("move_in_date", "Move-in date", "date"),
  field("home_owner", "Home owner", "bool", ["true", "false"]),
  field("message", "Message"),
  field("hs_language", "Preferred language", "enumeration", ["fr", "en", "de", "es", "it"]),
  field("iadvize_project", "iAdvize project"),
  { ...field("createdate", "Create date", "datetime"), read_only: true },
];

export const HUBSPOT_ANSWERS = said("hubspot_answers", { fields: `${HUBSPOT_FIELDS.length}` });

export const SAMPLE_MAPPING: MappingRow[] = [
  { from: "visitor.first_name", to: "firstname" },
  { from: "visitor.last_name", to: "lastname" },
  { from: "answer.phone", to: "phone" },
  { from: "answer.budget", to: "loan_budget" },
  { from: "answer.project", to: "loan_project" },
  { from: "answer.move_in", to: "move_in_date" },
  { from: "answer.comment", to: "message" },
  { from: "project.name", to: "iadvize_project" },
];

/** What HubSpot would refuse of these. */
export function findingsOf(fields: readonly LeadField[]): Said[] {
  return fields.flatMap(({ field, value }) => {
    const known = HUBSPOT_FIELDS.find(({ name }) => name === field);
    if (!known) return [said("field_gone", { field })];
    if (known.read_only) return [said("field_read_only", { field })];
    const offered = known.options.map((option) => option.value);
    if (offered.length === 0 || offered.includes(value)) return [];
    return [said("option_missing", { field, value })];
  });
}
