package app.countersign.measure;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ProbeKindConverter implements AttributeConverter<ProbeKind, String> {

    @Override
    public String convertToDatabaseColumn(ProbeKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ProbeKind convertToEntityAttribute(String word) {
        return KebabCase.read(ProbeKind.class, word);
    }
}
