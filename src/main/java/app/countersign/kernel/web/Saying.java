package app.countersign.kernel.web;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the person what came of an act.
 *
 * <pre>{@code saying.done(key, contract.number());}</pre>
 *
 * A page need not catch {@link Refused}: what is left uncaught is told by {@link Mishaps}.
 */
@RequestScoped
public class Saying {

    @Inject
    private Words words;

    /** It was done. Survives a redirect. */
    public void done(String key, Object... args) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        add(null, FacesMessage.SEVERITY_INFO, words.with(key, args));
    }

    /** It can't be done, and why; with {@link Invalid}, each complaint beside its field. */
    public void refused(Refused refused) {
        if (refused instanceof Invalid invalid && !invalid.complaints().isEmpty()) {
            invalid.complaints().forEach(this::complaint);
        } else {
            wrong(refused.reason().key(), refused.reason().args().toArray());
        }
    }

    public void wrong(String key, Object... args) {
        add(null, FacesMessage.SEVERITY_ERROR, words.with(key, args));
    }

    private void complaint(String field, Reason reason) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<UIInput> found = Tree.of(faces.getViewRoot(), UIInput.class)
                .filter(input -> isNamed(input.getId(), field))
                .findFirst();
        found.ifPresent(input -> refuse(input, faces));
        add(
                found.map(input -> input.getClientId(faces)).orElse(null),
                FacesMessage.SEVERITY_ERROR,
                words.with(reason.key(), reason.args().toArray()));
    }

    /** Faces takes an input that is refused after its value was taken over for an empty one, unless told what was typed. */
    private static void refuse(UIInput input, FacesContext faces) {
        input.setValid(false);
        String typed = faces.getExternalContext().getRequestParameterMap().get(input.getClientId(faces));
        if (typed != null && (input instanceof HtmlInputText || input instanceof HtmlInputTextarea)) {
            input.setSubmittedValue(typed);
        }
    }

    /** {@code controller.name} is the input {@code controller-name} or {@code name}; case and hyphens don't matter. */
    static boolean isNamed(String id, String field) {
        return plain(id).equals(plain(field)) || plain(id).equals(plain(field.substring(field.lastIndexOf('.') + 1)));
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, text, text));
    }
}
