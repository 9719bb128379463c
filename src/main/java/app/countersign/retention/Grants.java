package app.countersign.retention;

import java.util.List;

/**
 * What our account in a store may do, against what it needs: {@code DELETE on public.message}.
 *
 * @param known whether the store could be asked; otherwise both lists say nothing
 */
public record Grants(boolean known, List<String> missing, List<String> excess) {

    static final Grants UNKNOWN = new Grants(false, List.of(), List.of());

    public Grants {
        missing = List.copyOf(missing);
        excess = List.copyOf(excess);
    }

    public boolean isLeast() {
        return known && missing.isEmpty() && excess.isEmpty();
    }
}
