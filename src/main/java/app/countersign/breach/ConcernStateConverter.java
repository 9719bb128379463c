package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ConcernStateConverter implements AttributeConverter<ConcernState, String> {

    @Override
    public String convertToDatabaseColumn(ConcernState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ConcernState convertToEntityAttribute(String word) {
        return KebabCase.read(ConcernState.class, word);
    }
}
