package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Some of the trail's rows with the proof that they stand in it: between them and the signed head only hashes are handed
 * out, which tell nothing of what those rows say. Whose rows they may be is asked by the room that hands them out.
 */
@ApplicationScoped
public class Excerpt {

    @Inject
    private Chaining chaining;

    @Inject
    private Heads heads;

    @Inject
    private ExcerptPages pages;

    /**
     * Which rows.
     *
     * @param kinds of objects
     * @param object one more, of whatever kind, that all is told of
     * @param to the first instant after
     */
    public record Part(Set<UUID> processors, Set<String> kinds, Optional<UUID> object, Instant from, Instant to) {}

    /** What is done with a line, which has no end. */
    public interface Sink {
        void take(String line) throws IOException;
    }

    /** Where the chain ends now, signed and kept; empty if nothing was ever recorded. */
    public Optional<Head> head() {
        Optional<Head> head = chaining.now();
        head.ifPresent(heads::keep);
        return head;
    }

    /** @return the position of the first; 0 if there are none */
    public long rows(Part part, Head end, Sink sink) throws IOException {
        long first = 0;
        for (ExcerptPages.Lot lot = pages.rows(part, end, 0);
                !lot.lines().isEmpty();
                lot = pages.rows(part, end, lot.last())) {
            first = first == 0 ? lot.first() : first;
            each(lot, sink);
        }
        return first;
    }

    /** What is done with an entry as people read it. */
    public interface Telling {
        void take(TrailEntry entry) throws IOException;
    }

    /** The same rows as people read them, the oldest first. */
    public void told(Part part, Head end, Telling telling) throws IOException {
        TrailEntry last = null;
        List<TrailEntry> page;
        do {
            page = pages.told(part, end, last);
            for (TrailEntry entry : page) {
                telling.take(entry);
                last = entry;
            }
        } while (!page.isEmpty());
    }

    /** What leads from the row before that one to the head: a line {@code start <position> <hash>}, then hashes. */
    public void chain(long first, Head end, Sink sink) throws IOException {
        long from = first == 0 ? end.position() + 1 : first;
        sink.take("start " + from + " " + pages.hashBefore(from, end));
        for (long at = from; at <= end.position(); ) {
            ExcerptPages.Lot lot = pages.contents(at, end.position());
            each(lot, sink);
            if (lot.lines().isEmpty()) {
                throw new IOException("the trail has a gap at row " + at);
            }
            at = lot.last() + 1;
        }
    }

    private static void each(ExcerptPages.Lot lot, Sink sink) throws IOException {
        for (String line : lot.lines()) {
            sink.take(line);
        }
    }
}
