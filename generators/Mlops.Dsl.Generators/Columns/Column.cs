using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Columns;

/// <summary>A column while its row type is read: its property, and what is kept of it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Model">What is kept.</param>
internal sealed record Column(IPropertySymbol Property, ColumnModel Model);
