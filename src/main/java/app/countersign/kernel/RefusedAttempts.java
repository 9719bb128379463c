package app.countersign.kernel;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was refused in this request. It is only noted here: the refused act's transaction rolls back, and may hold locks
 * that a second one would wait for in vain; so the rows are written when the request is over.
 */
@RequestScoped
public class RefusedAttempts {

    /**
     * @param because {@code roles}, {@code rooms}, {@code scopes} of an API key, or {@code remit}
     * @param kind as events call it: {@code contract}
     */
    public record Attempt(String because, String kind, UUID id, Optional<UUID> processor) {}

    private final Set<Attempt> noted = new LinkedHashSet<>();

    /** Something of a processor for which the caller does not answer. */
    public void foreign(String kind, UUID id, UUID processor) {
        noted.add(new Attempt("remit", kind, id, Optional.ofNullable(processor)));
    }

    /** A call that the caller's roles, rooms or API key do not allow.
     *
     * @param path of the request, which says what it was about */
    public void denied(Throwable thrown, String path, String query) {
        String because =
                isBehind(thrown, RoomClosed.class) ? "rooms" : isBehind(thrown, Forbidden.class) ? "scopes" : "roles";
        RequestedObject object = RequestedObject.of(path, query);
        noted.add(new Attempt(because, object.kind(), object.id(), Optional.empty()));
    }

    private static boolean isBehind(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    public List<Attempt> noted() {
        return List.copyOf(noted);
    }
}
