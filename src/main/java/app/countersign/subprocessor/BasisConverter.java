package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class BasisConverter implements AttributeConverter<Basis, String> {

    @Override
    public String convertToDatabaseColumn(Basis constant) {
        return KebabCase.of(constant);
    }

    @Override
    public Basis convertToEntityAttribute(String word) {
        return KebabCase.read(Basis.class, word);
    }
}
