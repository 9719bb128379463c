package app.countersign.contract;

import app.countersign.document.Form;
import app.countersign.document.Furniture;
import app.countersign.document.Manuscript;
import app.countersign.document.Rendering;
import app.countersign.kernel.Texts;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rendered forms. The words of a version never change, so each is rendered once per language and kept. */
@ApplicationScoped
class Forms {

    private static final int MOST = 60;

    private final Map<Key, Form> forms = new ConcurrentHashMap<>();

    private record Key(String hash, Locale language, String processor) {}

    Form of(Template template, Locale wanted, String processorName) {
        if (forms.size() > MOST) {
            forms.clear();
        }
        return forms.computeIfAbsent(
                new Key(template.hash(), template.wordsLanguage(wanted), processorName),
                key -> render(template, key.language(), processorName));
    }

    private static Form render(Template template, Locale language, String processorName) {
        Rendering rendering = Rendering.of(new Manuscript(
                template.words(language),
                template.layout(),
                language,
                template::resource,
                new Furniture(template.title(language), version(template, language), processorName, processorName)));
        Map<String, String> tooltips = new LinkedHashMap<>();
        template.signatureFields().forEach(field -> tooltips.put(field, template.label(field, language)));
        return Form.of(rendering, tooltips);
    }

    private static String version(Template template, Locale language) {
        return Texts.of(language).text("contract.form.version", template.version());
    }
}
