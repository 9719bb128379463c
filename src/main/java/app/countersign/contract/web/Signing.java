package app.countersign.contract.web;

import app.countersign.contract.Authorising;
import app.countersign.contract.Signatory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;

/** As whom the signed-in person signs. */
@RequestScoped
class Signing {

    @Inject
    private Authorising authorising;

    @Inject
    private HttpServletRequest request;

    /** The entry by which the person may sign for that processor; null if there is none. */
    Signatory as(UUID processor) {
        Principal person = request.getUserPrincipal();
        if (person == null || !request.isUserInRole("signatory")) {
            return null;
        }
        return authorising.of(processor).stream()
                .filter(Signatory::isAuthorised)
                .filter(s -> s.accountName().equals(person.getName()))
                .findFirst()
                .orElse(null);
    }
}
