using System.Globalization;
using Mlops.Dsl;
using Mlops.Dsl.ServeChild;

return args is ["live", var store, var origin]
    ? await Live.RunAsync(store, DateTimeOffset.Parse(origin, CultureInfo.InvariantCulture))
    : await PipelineApp.RunAsync(args);
