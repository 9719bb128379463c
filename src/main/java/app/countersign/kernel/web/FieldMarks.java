package app.countersign.kernel.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells assistive technology, and the style sheet, which inputs are wrong and which words describe them. */
public class FieldMarks implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Tree.of((UIViewRoot) event.getSource(), UIInput.class).forEach(input -> mark(input, faces));
    }

    private static void mark(UIInput input, FacesContext faces) {
        Map<String, Object> marks = input.getPassThroughAttributes();
        set(marks, "aria-invalid", input.isValid() ? null : "true");
        set(marks, "aria-required", input.isRequired() ? "true" : null);
        String described = Stream.of("-hint", input.isValid() ? "-none" : "-message")
                .map(suffix -> input.findComponent(input.getId() + suffix))
                .filter(words -> words != null && words.isRendered())
                .map((UIComponent words) -> words.getClientId(faces))
                .collect(Collectors.joining(" "));
        set(marks, "aria-describedby", described.isEmpty() ? null : described);
    }

    private static void set(Map<String, Object> marks, String name, String value) {
        if (value == null) {
            marks.remove(name);
        } else {
            marks.put(name, value);
        }
    }
}
