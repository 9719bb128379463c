package app.countersign.kernel.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlOutputLabel;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.primefaces.component.api.InputHolder;

/** What the page has to tell on top: what is wrong, with the way to its field, and what was done. */
@Named
@RequestScoped
public class Complaints {

    /** @param target the id of the field's input on the page; null where it is no field's
     * @param label the field's label; null likewise */
    public record Line(String target, String label, String text) {}

    public List<Line> getErrors() {
        return lines(true);
    }

    public List<Line> getNotes() {
        return lines(false);
    }

    private static List<Line> lines(boolean errors) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, HtmlOutputLabel> labels = null;
        List<Line> lines = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            for (FacesMessage message : faces.getMessageList(id)) {
                if (errors == message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0) {
                    labels = labels == null ? labels(faces) : labels;
                    lines.add(new Line(target(faces, id), text(labels.get(id)), text(message)));
                }
            }
        }
        return lines;
    }

    private static String text(FacesMessage message) {
        return Objects.requireNonNullElse(message.getDetail(), message.getSummary());
    }

    /** A component of several elements says which of them takes the focus. */
    private static String target(FacesContext faces, String id) {
        UIComponent component = id == null ? null : faces.getViewRoot().findComponent(id);
        return component instanceof InputHolder holder ? holder.getInputClientId() : id;
    }

    /** Read only where something is wrong: the labels of what is not shown may be about what isn't there. */
    private static String text(HtmlOutputLabel label) {
        return label == null ? null : String.valueOf(label.getValue());
    }

    private static Map<String, HtmlOutputLabel> labels(FacesContext faces) {
        Map<String, HtmlOutputLabel> labels = new HashMap<>();
        Tree.of(faces.getViewRoot(), HtmlOutputLabel.class)
                .filter(label -> label.getFor() != null)
                .forEach(label -> {
                    UIComponent labelled = label.findComponent(label.getFor());
                    if (labelled != null) {
                        labels.put(labelled.getClientId(faces), label);
                    }
                });
        return labels;
    }
}
