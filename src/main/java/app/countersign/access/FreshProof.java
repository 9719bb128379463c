package app.countersign.access;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Asks a person once more who they are before an act that can't be taken back. An activity says
 *
 * <pre>{@code proof.require();}</pre>
 *
 * first thing, and its page puts {@code <cs:proof/>} into the form: it asks for a code of the second factor, or for the
 * password of those who have none, unless that was given a few minutes ago. The session's row in the database keeps when.
 *
 * <p>Programs are not asked: what they may do is what their key is for. Nor are jobs, nor customers with a link.
 */
@Named("proof")
@RequestScoped
public class FreshProof {

    @Inject
    private Actor actor;

    @Inject
    private Proving proving;

    @Inject
    private Settings settings;

    private String typed;
    private Boolean needed;

    /** @throws Refused if the caller must prove once more who they are, or what they gave was wrong */
    public void require() {
        refusal().ifPresent(reason -> {
            throw new Refused(reason);
        });
    }

    /** Why the act may not go on; empty if it may. What was typed is tried, once. */
    public Optional<Reason> refusal() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        if (!isPossible()) {
            return Optional.of(Reason.of("access.proof.impossible"));
        }
        if (typed == null || typed.isBlank()) {
            return Optional.of(Reason.of("access.proof.needed"));
        }
        String tried = typed;
        typed = null;
        Caller caller = actor.caller().orElseThrow();
        if (!proving.prove(caller, tried, Optional.ofNullable(actor.address()).orElse(""))) {
            return Optional.of(Reason.of("access.proof.wrong"));
        }
        needed = false;
        return Optional.empty();
    }

    /** Whether the page has to ask. */
    public boolean isNeeded() {
        if (needed == null) {
            needed = actor.caller()
                    .filter(caller -> !caller.isProgram())
                    .filter(caller -> !proving.isFresh(caller))
                    .isPresent();
        }
        return needed;
    }

    /** Whether the person has anything to prove it with: who signs in elsewhere may have neither password nor factor. */
    public boolean isPossible() {
        return actor.caller().filter(proving::hasSecret).isPresent();
    }

    /** Whether a code is asked for, rather than the password. */
    public boolean isByCode() {
        return actor.caller().filter(proving::hasFactor).isPresent();
    }

    /** For how many minutes it is not asked again. */
    public long getMinutes() {
        return settings.sessions().proof().toMinutes();
    }

    /** In the demonstration, the code of this moment. */
    public String getCode() {
        return actor.caller().flatMap(proving::knownCode).orElse(null);
    }

    public void setCode(String code) {
        this.typed = code;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.typed = password;
    }
}
