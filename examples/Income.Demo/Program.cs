using System.Globalization;
using Income.Demo;

switch (args)
{
    case ["sample", var count, .. var rest]:
        var firstId = rest is [var first] ? long.Parse(first, CultureInfo.InvariantCulture) : 1;
        CensusSample.Write(Console.Out, new CensusSample(seed: 1994).Take(firstId, int.Parse(count, CultureInfo.InvariantCulture)));
        return 0;
    case [var program, var folder]:
        return await new Lifecycle(program, folder).RunAsync();
    default:
        Console.Error.WriteLine("usage: Income.Demo <Income.dll> <folder>     the whole life of a model, in a folder of its own");
        Console.Error.WriteLine("       Income.Demo sample <rows> [first id]  people to learn from, as CSV");
        return 2;
}
