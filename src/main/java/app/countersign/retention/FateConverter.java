package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class FateConverter implements AttributeConverter<Fate, String> {

    @Override
    public String convertToDatabaseColumn(Fate constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Fate convertToEntityAttribute(String word) {
        return KebabCase.read(Fate.class, word);
    }
}
