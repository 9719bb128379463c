package app.countersign.schedule;

import java.util.List;

/**
 * Several jobs alike, as many as the installation's settings ask for: one for each mailbox. Implemented by a CDI bean, as
 * {@link Job} is.
 */
public interface Jobs {

    /** Asked once, at the start. */
    List<Job> all();
}
