package app.countersign.access.web;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Remembering;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signed-in person: {@code #{me.name}}, {@code #{me.may('legal')}}. */
@Named
@RequestScoped
public class Me {

    private static final List<String> ROLES = List.of("administrator", "legal", "signatory", "dpo", "auditor");

    private static final String READERS = "legal signatory dpo auditor";

    @Inject
    private Actor actor;

    @Inject
    private CallersRemit remit;

    @Inject
    private Remembering remembering;

    @Inject
    private HttpServletRequest request;

    public boolean isKnown() {
        return actor.caller().isPresent();
    }

    public String getName() {
        return actor.caller().map(Caller::displayName).orElse("");
    }

    /** The first letters of first and last name. */
    public String getInitials() {
        String[] names = getName().split("[\\s-]+");
        return Stream.of(names[0], names[names.length - 1])
                .distinct()
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    public List<String> getRoles() {
        return ROLES.stream().filter(request::isUserInRole).toList();
    }

    /** Whether the person has one of those roles, separated by spaces. */
    public boolean may(String roles) {
        return Arrays.stream(roles.split(" ")).anyMatch(request::isUserInRole);
    }

    /** Whether the person's account opens that room, whatever they may do there: {@code contract}. */
    public boolean opens(String room) {
        return remit.get().opens(room);
    }

    /** Whether the person may read contracts and who they are with. */
    public boolean isReader() {
        return may(READERS);
    }

    public void signOut() throws ServletException, IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        remembering.signOut();
        external.redirect(external.getRequestContextPath() + "/sign-in");
    }
}
