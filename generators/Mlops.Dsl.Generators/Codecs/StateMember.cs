using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>A property or field that holds a part of an object's state.</summary>
internal sealed class StateMember(ISymbol symbol, ITypeSymbol type, bool isSettable, bool isReadOnly, bool isRequired)
{
    /// <summary>The property or field.</summary>
    public ISymbol Symbol => symbol;

    public string Name => symbol.Name;

    public ITypeSymbol Type => type;

    /// <summary>Whether generated code can set it in an object initializer.</summary>
    public bool IsSettable => isSettable;

    /// <summary>Whether it can't be set after the object is made.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>Whether an object initializer has to set it.</summary>
    public bool IsRequired => isRequired;

    /// <summary>Reads a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="canChange">Whether it can be set after the object is made, if by the type itself alone.</param>
    /// <param name="canName">Whether generated code can name a symbol.</param>
    public static StateMember Of(IPropertySymbol property, bool canChange, Func<ISymbol, bool> canName) =>
        new(property, property.Type, property.SetMethod is { } setter && canName(setter), !canChange, property.IsRequired);

    /// <summary>Reads a field.</summary>
    public static StateMember Of(IFieldSymbol field) => new(field, field.Type, !field.IsReadOnly, field.IsReadOnly, field.IsRequired);
}
