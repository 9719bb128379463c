package app.countersign.kernel.web;

import app.countersign.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;

/** The words of the application in the view's language, for pages: {@code #{msg['desk.title']}}. */
@Named("msg")
@RequestScoped
public class Words extends AbstractMap<String, String> {

    @Override
    public String get(Object key) {
        return texts().text(String.valueOf(key));
    }

    /** With arguments: {@code #{msg.with('desk.search.none', words)}}. */
    public String with(String key, Object... args) {
        return texts().text(key, args);
    }

    public Texts texts() {
        return Texts.of(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    @Override
    public boolean containsKey(Object key) {
        return texts().has(String.valueOf(key));
    }

    /** Not listed: nobody iterates over all words. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
