/** Read and code one source: its text with codings, what is chosen beside it. */

import { useTranslations } from "use-intl";
import { useParams } from "wouter";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Loading } from "../../components/Progress";
import { useSource, useSourceCodings, useSourceText } from "../../store/sources";
import { ReadingDesk } from "./ReadingDesk";
import "./read.css";

export default function Read() {
  const t = useTranslations("read");
  const { id } = useParams<{ id: string }>();
  const source = useSource(id);
  const text = useSourceText(id);
  const codings = useSourceCodings(id);
  const failed = [source, text, codings].find(({ error, data }) => error && !data);
  if (failed) {
    return (
      <>
        <Header title={source.data?.name ?? t("title")} />
        <div className="view-body">
          <ErrorNote error={failed.error} onAgain={() => void failed.refetch()} />
        </div>
      </>
    );
  }
  if (!source.data || !text.data || !codings.data) {
    return (
      <>
        <Header title={source.data?.name ?? t("title")} />
        <Loading />
      </>
    );
  }
  return <ReadingDesk key={id} source={source.data} text={text.data} stored={codings.data} />;
}
