package app.countersign.kernel;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has a query fail at once when the database is away. EclipseLink would try it three times, five seconds apart, while
 * somebody waits for the page and the server runs out of threads; people and jobs try again by themselves. Nor does it
 * ask a connection that failed whether it is well: the pool does before it lends it again, and H2, when its disk was
 * full, never comes back from that question.
 */
public class NoSecondTry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
        session.getLogin().setConnectionHealthValidatedOnError(false);
    }
}
