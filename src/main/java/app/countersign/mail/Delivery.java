package app.countersign.mail;

import app.countersign.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Delivers what is due in the outbox. Any number of instances may do so at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Delivery {

    @Inject
    private Claims claims;

    @Inject
    private Postman postman;

    /**
     * Delivers at most that many of the mails that are due, one after the other. Without a mail server it leaves them.
     *
     * @return how many were tried: as many as the cap if there may be more
     */
    @RolesAllowed(Roles.SYSTEM)
    public int deliver(int cap) {
        claims.release();
        int tried = 0;
        while (tried < cap && postman.hasServer() && deliverNext()) {
            tried++;
        }
        return tried;
    }

    private boolean deliverNext() {
        Optional<OutboxMail> claimed = claims.claimNext();
        claimed.ifPresent(this::deliver);
        return claimed.isPresent();
    }

    private void deliver(OutboxMail mail) {
        Postman.Handed handed = postman.hand(mail);
        handed.problem()
                .ifPresentOrElse(
                        problem -> claims.undelivered(mail.id(), problem.text(), problem.lasting()),
                        () -> claims.delivered(mail.id(), handed.answer()));
    }
}
