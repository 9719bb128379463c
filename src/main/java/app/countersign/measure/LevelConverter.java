package app.countersign.measure;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class LevelConverter implements AttributeConverter<Level, String> {

    @Override
    public String convertToDatabaseColumn(Level constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Level convertToEntityAttribute(String word) {
        return KebabCase.read(Level.class, word);
    }
}
