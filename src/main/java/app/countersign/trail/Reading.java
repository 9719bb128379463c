package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/** Reads the whole chain, first row to last. */
@ApplicationScoped
class Reading {

    @Inject
    private Lines lines;

    @Inject
    private Chaining chaining;

    /** What is done with the rows. */
    interface Reader {

        /** @param line as in an export, without the line's end */
        void take(byte[] line) throws IOException;

        /** Called now and then.
         *
         * @param rows how many were taken */
        default void read(long rows) {}
    }

    /**
     * Goes on until there are no more: what was written meanwhile is read too. So a fact that was forgotten meanwhile is
     * never read without the row that records it.
     *
     * @return where the chain ends; empty if nothing was ever recorded
     */
    Optional<Head> each(Reader reader) throws IOException {
        Optional<Head> end = chaining.now();
        Progress progress = new Progress(reader);
        while (true) {
            progress.toTheEnd();
            Optional<Head> now = chaining.now();
            if (now.map(Head::position).equals(end.map(Head::position))) {
                return now;
            }
            end = now;
        }
    }

    /** Reads what has a place, and gives none to what has not: for a chain whose end is in doubt. */
    void asItStands(Reader reader) throws IOException {
        new Progress(reader).toTheEnd();
    }

    private final class Progress {

        private final Reader reader;
        private Lines.Place place = Lines.Place.START;
        private long rows;

        Progress(Reader reader) {
            this.reader = reader;
        }

        void toTheEnd() throws IOException {
            Lines.Page page;
            do {
                page = lines.after(place);
                for (byte[] line : page.lines()) {
                    reader.take(line);
                }
                rows += page.lines().size();
                place = page.last();
                reader.read(rows);
            } while (page.lines().size() == Lines.PAGE);
        }
    }
}
