import {
  AtSign,
  Banknote,
  Calendar,
  CircleCheck,
  Hash,
  Link,
  ListChecks,
  type LucideIcon,
  MapPin,
  Phone,
  TextInitial,
} from "lucide-react";
import type { AnswerType } from "../../bindings/AnswerType";

export const TYPE_ICONS: Record<AnswerType["type"], LucideIcon> = {
  text: TextInitial,
  email: AtSign,
  phone: Phone,
  number: Hash,
  amount: Banknote,
  date: Calendar,
  yes_no: CircleCheck,
  choice: ListChecks,
  postcode: MapPin,
  url: Link,
};
