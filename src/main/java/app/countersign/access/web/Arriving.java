package app.countersign.access.web;

import app.countersign.access.Remembering;
import app.countersign.access.SigningIn;
import app.countersign.access.Step;
import app.countersign.access.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Leads a person who is signing in from one question to the next, and then to where they wanted to go. */
@RequestScoped
public class Arriving {

    @Inject
    private Remembering remembering;

    @Inject
    private SigningIn signingIn;

    /** The session of this browser, or null. */
    UUID session() {
        return remembering.session().orElse(null);
    }

    /** Leaves a page that asks what isn't asked of this person just now. */
    void stayOnlyIf(Step asked, String then) {
        Optional<Visit> visit = remembering.session().flatMap(signingIn::again);
        if (visit.flatMap(Visit::next).filter(asked::equals).isEmpty()) {
            onward(then);
        }
    }

    /** To the next question; to the wanted page if there is none; to the sign-in page if nobody is there. */
    void onward(String then) {
        Optional<Visit> visit = remembering.session().flatMap(signingIn::again);
        String path = visit.isEmpty()
                ? "/sign-in"
                : visit.get().next().map(Step::path).orElse(null);
        redirect(path == null ? destination(then) : path + query(then));
    }

    private static String query(String then) {
        return then == null ? "" : "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }

    /** Only a path of this application: a link must not lead a person who just signed in to somewhere else. */
    static String destination(String then) {
        return then != null && then.matches("/(?!/)[^\\\\\\p{Cntrl}]*") ? then : "/";
    }

    private static void redirect(String path) {
        try {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
