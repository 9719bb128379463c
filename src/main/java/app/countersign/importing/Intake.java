package app.countersign.importing;

import app.countersign.party.Organisation;
import java.util.List;
import java.util.Map;

/** What a table of one kind means. */
interface Intake {

    ImportKind kind();

    List<Column> columns();

    /** Begins a table for that processor. */
    Table table(Organisation processor);

    /** As {@link #table(Organisation)}, for one that may have come with papers; most have none. */
    default Table table(Organisation processor, Map<String, ImportPaper> papers) {
        return table(processor);
    }

    /** One table: knows the rows that it has seen. */
    interface Table {

        /**
         * What would come of a row. Changes nothing.
         *
         * @throws app.countersign.kernel.Refused with complaints by column
         */
        Planned plan(Row row);
    }
}
