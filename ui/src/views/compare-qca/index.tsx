/** Qualitative comparative analysis: stored definitions, and what comes out of one. */
import { useParams } from "wouter";

import "../../components/parts.css";
import { QcaDesk } from "./QcaDesk";
import { QcaList } from "./QcaList";
import "./compare-qca.css";

export default function CompareQca() {
  const { id } = useParams<{ id?: string }>();
  return id ? <QcaDesk key={id} id={id} /> : <QcaList />;
}
