package app.countersign.accesslog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Up to where something has been cleared away, so that each run looks at what has become too old since. */
@Entity
@Table(name = "access_purge")
class Purge {

    /** The addresses of sign-ins in the trail. */
    static final String TRAIL = "trail";

    @Id
    private String name;

    @Column(name = "forgotten_until")
    private Instant until;

    protected Purge() {}

    Purge(String name, Instant until) {
        this.name = name;
        this.until = until;
    }

    Instant until() {
        return until;
    }

    void reaches(Instant now) {
        until = now;
    }
}
