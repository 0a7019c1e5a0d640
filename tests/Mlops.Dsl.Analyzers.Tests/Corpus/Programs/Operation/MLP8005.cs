//# fault: a column of another type
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(long Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a column that has to be there
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a column that the model does not have
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City, int Visits);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a column is missing
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a prediction of more digits
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] double Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a probability that is a score
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Score] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: the model has another name
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "leaving")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: a version that breaks what was promised
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict(typeof(ChurnPipeline), "churn", PipelineVersion = {|MLP8005:"1.3.0"|})]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "2.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# fault: the lock was not copied
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict({|MLP8005:typeof(ChurnPipeline)|}, "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//# clean: the rows of the lock
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict(typeof(ChurnPipeline), "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# clean: columns in another order, with roles
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer([Feature] string? City, [Feature] int Age);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict(typeof(ChurnPipeline), "churn")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.0.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}

//# clean: a version that keeps the promise
//## Service.cs
[Contract("churn.pipeline.lock.json")]
public static partial class ChurnPipeline;

[Row]
public sealed partial record Customer(int Age, string? City);

[Prediction]
public readonly partial record struct Churn([Probability] float Probability);

[Service("churn")]
public sealed partial class ChurnService
{
    [Predict(typeof(ChurnPipeline), "churn", PipelineVersion = "1.0.0")]
    public partial ValueTask<Answer<Churn>> Score(Customer customer, CancellationToken cancellationToken);
}

//## churn.pipeline.lock.json
{
  "formatVersion": 1,
  "pipeline": "churn",
  "version": "1.4.0",
  "rows": {
    "Customer": { "uses": ["read"], "columns": { "Age": { "type": "int", "role": "feature" }, "City": { "type": "string", "nullable": true, "role": "feature" } } },
    "Churn": { "uses": ["written"], "columns": { "Probability": { "type": "float", "role": "probability" } } }
  },
  "publications": {
    "churn": { "type": "Model<Customer, Churn>", "codec": "model(1,object(Age:int32,City:string?),object(Probability:float32))" }
  }
}
