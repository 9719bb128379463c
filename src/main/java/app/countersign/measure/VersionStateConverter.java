package app.countersign.measure;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class VersionStateConverter implements AttributeConverter<VersionState, String> {

    @Override
    public String convertToDatabaseColumn(VersionState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public VersionState convertToEntityAttribute(String word) {
        return KebabCase.read(VersionState.class, word);
    }
}
