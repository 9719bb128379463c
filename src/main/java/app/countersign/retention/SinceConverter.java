package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class SinceConverter implements AttributeConverter<Since, String> {

    @Override
    public String convertToDatabaseColumn(Since constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Since convertToEntityAttribute(String word) {
        return KebabCase.read(Since.class, word);
    }
}
