using Mlops.Dsl.Build.Hashing;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Initializers;

/// <summary>
/// The order in which the initializers that a stage reaches run. It counts where one of them runs code that could see another's field
/// before that is set.
/// </summary>
internal sealed class InitializationOrder
{
    private readonly Dictionary<MethodId, SortedList<int, FieldInitializer>> _reached = [];

    public void Visit(FieldInitializer initializer)
    {
        if (!_reached.TryGetValue(initializer.Constructor, out var initializers))
        {
            _reached[initializer.Constructor] = initializers = [];
        }

        initializers[initializer.Position] = initializer;
    }

    /// <summary>One part for each constructor whose order counts.</summary>
    public IEnumerable<Part> Parts()
    {
        foreach (var (constructor, initializers) in _reached)
        {
            if (initializers.Count < 2 || !initializers.Values.Any(initializer => initializer.DependsOnOrder))
            {
                continue;
            }

            var writer = new CanonicalWriter();
            foreach (var initializer in initializers.Values)
            {
                writer.Write(initializer.Field.Name);
            }

            var type = constructor.DeclaringType;
            yield return new(
                $"{PartScope.Key(type)}::{constructor.Name} order",
                $"{DisplayNames.Of(type)} (order of initial values)",
                writer.ToHash(),
                new Reach()
            );
        }
    }
}
